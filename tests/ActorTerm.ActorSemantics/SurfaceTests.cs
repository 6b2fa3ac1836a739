using ActorTerm.Surface;

namespace ActorTerm.ActorSemantics;

public sealed class SurfaceTests
{
    [Fact]
    public void The_engine_has_every_signature_of_the_list()
    {
        var engine = new[] { typeof(ActorBase).Assembly, typeof(TestScheduler).Assembly, typeof(TestKit).Assembly }.Distinct().ToList();

        var missing = EngineSurface.Missing(SubsetList.Read(), engine);

        Assert.Empty(missing);
    }
}
