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

    private static OpenInvocation Open(InvocationId id)
    {
        Assert.True(InvocationParser.TryParseInvocation("f()", LanguageLimits.Default, out var parsed, out _));
        return new OpenInvocation(new Invoke(id, "f()", Scope), parsed, ActorRefs.Nobody);
    }

    private static readonly ActorTerm.Runtime.Variables.VariablesProtocol.ScopeHandle Scope = new Scopes().Session;
}
