using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorTerm.Language;

namespace ActorTerm.Benchmarks.Compose;

/// <summary>The same eight messages per composition over bare mailboxes, with the one composition wired in by hand.</summary>
internal sealed class OnMailboxes(bool drains)
{
    private readonly Supervisor _supervisor = new(drains);

    public Tally Run(int count, int inFlight)
    {
        var tally = new Tally(count, inFlight);
        new Caller(_supervisor, tally, drains).Tell(Caller.Begin);
        tally.Wait();
        return tally;
    }

    private sealed record Invoke(Caller Caller, int Place);

    private sealed record Call(Composition Of, ImmutableArray<Value> Arguments);

    private sealed record Returned(Composition Of, Value Value);

    private sealed record Succeeded(int Place, Value Value);

    private sealed class Composition(Caller caller, int place)
    {
        public Caller Caller { get; } = caller;

        public int Place { get; } = place;

        public int Answers { get; set; }
    }

    private sealed class Caller(Supervisor supervisor, Tally tally, bool drains) : BareMailbox(drains)
    {
        public static readonly object Begin = new();

        protected override void Receive(object message)
        {
            if (message is Succeeded m)
            {
                tally.End(m.Place, Arithmetic.IsSeven(m.Value));
                Start(m.Place);
                return;
            }

            for (var place = 0; place < tally.InFlight; place++) Start(place);
        }

        private void Start(int place)
        {
            if (tally.TryStart(place)) supervisor.Tell(new Invoke(this, place));
        }
    }

    private sealed class Supervisor : BareMailbox
    {
        private static readonly ImmutableArray<Value> TwoAndThree = [Value.Of(2L), Value.Of(3L)];
        private static readonly Value One = Value.Of(1L);

        private readonly Function _add;
        private readonly Function _times;
        private readonly Function _show;

        public Supervisor(bool drains) : base(drains)
        {
            _add = new Function(this, Arithmetic.Add, drains);
            _times = new Function(this, Arithmetic.Times, drains);
            _show = new Function(this, Arithmetic.Show, drains);
        }

        protected override void Receive(object message)
        {
            switch (message)
            {
                case Returned m:
                    Continue(m.Of, m.Value);
                    break;
                case Invoke m:
                    _times.Tell(new Call(new Composition(m.Caller, m.Place), TwoAndThree));
                    break;
            }
        }

        private void Continue(Composition composition, Value value)
        {
            switch (++composition.Answers)
            {
                case 1:
                    _add.Tell(new Call(composition, Arguments(One, value)));
                    break;
                case 2:
                    _show.Tell(new Call(composition, Arguments(value)));
                    break;
                default:
                    composition.Caller.Tell(new Succeeded(composition.Place, value));
                    break;
            }
        }

        private static ImmutableArray<Value> Arguments(params Value[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private sealed class Function(Supervisor supervisor, Func<ImmutableArray<Value>, Value> compute, bool drains) : BareMailbox(drains)
    {
        protected override void Receive(object message)
        {
            var call = (Call)message;
            supervisor.Tell(new Returned(call.Of, compute(call.Arguments)));
        }
    }
}
