using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Tests.Variables;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class OpenInvocationsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void They_agree_with_a_dictionary_whatever_comes_and_goes(int seed)
    {
        var random = new Random(seed);
        var open = new OpenInvocations();
        var model = new Dictionary<InvocationId, OpenInvocation>();
        var ids = Enumerable.Range(0, 20_000).Select(n => new InvocationId(random.Next(2) == 0 ? n : n * 256L)).Distinct().ToList();

        foreach (var id in ids)
        {
            if (model.TryAdd(id, Open(id))) open.Add(model[id]);
            if (random.Next(3) == 0)
            {
                var gone = ids[random.Next(ids.Count)];
                if (model.Remove(gone, out var removed)) open.Remove(removed);
            }

            var any = ids[random.Next(ids.Count)];
            Assert.Same(model.GetValueOrDefault(any), open.Find(any));
        }

        Assert.Equal(model.Values.ToHashSet(), open.All().ToHashSet());
        foreach (var one in model.Values) open.Remove(one);
        Assert.Equal(0, open.Count);
        Assert.Empty(open.All());
    }

    [Fact]
    public void A_burst_leaves_its_room_to_the_next_one_and_one_that_needs_little_gives_it_back()
    {
        var open = new OpenInvocations();

        Burst(10_000);
        var room = open.Capacity;
        Burst(10_000);
        Assert.Equal(room, open.Capacity);

        Burst(1);
        Assert.InRange(open.Capacity, 1, 4_096);

        void Burst(int count)
        {
            var all = Enumerable.Range(0, count).Select(n => Open(new InvocationId(n))).ToList();
            all.ForEach(open.Add);
            all.ForEach(open.Remove);
        }
    }

    private static OpenInvocation Open(InvocationId id)
    {
        Assert.True(InvocationParser.TryParseInvocation("f()", LanguageLimits.Default, out var parsed, out _));
        return new OpenInvocation(new Invoke(id, "f()", Scope), parsed, ActorRefs.Nobody);
    }

    private static readonly ActorTerm.Runtime.Variables.VariablesProtocol.ScopeHandle Scope = new Scopes().Session;
}
