using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Tests.Variables;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class PendingCallsTests
{
    private static readonly FunctionsProtocol.Route Route = new(new FunctionSignature("f"), [], TimeSpan.FromSeconds(5), ActorRefs.Nobody);
    private readonly PendingCalls _calls = new(new CallNumbers());

    [Fact]
    public void A_number_finds_its_call_until_the_call_has_ended_and_never_another()
    {
        var open = Open();
        var first = _calls.Add(open, 7, Route);
        var number = _calls[first].Number;
        Assert.Equal(first, _calls.Find(number));
        Assert.Equal(7, _calls[first].Index);

        _calls.Remove(first);
        var second = _calls.Add(open, 8, Route);

        Assert.Equal(PendingCalls.None, _calls.Find(number));
        Assert.Equal(second, _calls.Find(_calls[second].Number));
        Assert.All([0, -1, long.MaxValue], unknown => Assert.Equal(PendingCalls.None, _calls.Find(unknown)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_evaluation_knows_its_own_pending_calls_whatever_ends_first(int seed)
    {
        var random = new Random(seed);
        var evaluations = Enumerable.Range(0, 5).Select(_ => Open()).ToList();
        var model = new List<int>();

        for (var step = 0; step < 5_000; step++)
        {
            if (random.Next(2) == 0)
            {
                model.Add(_calls.Add(evaluations[random.Next(5)], step, Route));
            }
            else if (model.Count > 0)
            {
                var at = random.Next(model.Count);
                _calls.Remove(model[at]);
                model.RemoveAt(at);
            }

            var evaluation = evaluations[random.Next(5)];
            Assert.Equal(model.Where(slot => _calls[slot].Of == evaluation).Order(), PendingOf(evaluation).Order());
            Assert.Equal(model.Count, _calls.Count);
        }

        Assert.All(model, slot => Assert.Equal(slot, _calls.Find(_calls[slot].Number)));
    }

    [Fact]
    public void Late_answers_to_a_burst_that_is_over_find_nothing()
    {
        var open = Open();
        var burst = Enumerable.Range(0, 10_000).Select(index => _calls.Add(open, index, Route)).ToList();
        var numbers = burst.Select(slot => _calls[slot].Number).ToList();

        foreach (var slot in burst) _calls.Remove(slot);
        _calls.Add(open, 0, Route);

        Assert.All(numbers, number => Assert.Equal(PendingCalls.None, _calls.Find(number)));
        Assert.Equal(1, _calls.Count);
    }

    [Fact]
    public void A_burst_leaves_its_slots_to_the_next_one_and_one_that_needs_few_gives_them_back()
    {
        var open = Open();

        Burst(10_000);
        var room = _calls.Capacity;
        Burst(10_000);
        Assert.Equal(room, _calls.Capacity);

        Burst(1);
        Assert.InRange(_calls.Capacity, 1, 4_096);

        void Burst(int count)
        {
            var slots = Enumerable.Range(0, count).Select(index => _calls.Add(open, index, Route)).ToList();
            foreach (var slot in slots) _calls.Remove(slot);
        }
    }

    private static OpenInvocation Open()
    {
        Assert.True(InvocationParser.TryParseInvocation("f()", LanguageLimits.Default, out var parsed, out _));
        return new OpenInvocation(new Invoke(InvocationId.Next(), "f()", new Scopes().Session), parsed, ActorRefs.Nobody);
    }

    private List<int> PendingOf(OpenEvaluation evaluation)
    {
        var slots = new List<int>();
        for (var slot = evaluation.FirstPending; slot != PendingCalls.None; slot = _calls[slot].After) slots.Add(slot);
        return slots;
    }
}
