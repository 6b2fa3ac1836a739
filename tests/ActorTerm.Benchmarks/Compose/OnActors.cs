using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Benchmarks.Compose;

/// <summary>The real supervisor, with functions that answer at once and callers that know nothing but its protocol.</summary>
internal sealed class OnActors : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ActorSystem _system =
        ActorSystem.Create("compose", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [], log-dead-letters = off }"));

    private readonly IActorRef _invocations;

    public OnActors()
    {
        _invocations = _system.ActorOf(InvocationSupervisor.Of(new InvocationSettings(), _system.DeadLetters), "invocations");
        var routes = Routes.None
            .With(Route("add", Arithmetic.Add, "a", "b"))
            .With(Route("times", Arithmetic.Times, "a", "b"))
            .With(Route("show", Arithmetic.Show, "s"));
        _invocations.Tell(routes, ActorRefs.NoSender);
    }

    public Tally Run(int count, int inFlight)
    {
        var tally = new Tally(count, inFlight);
        var caller = _system.ActorOf(Kernel.Make<Caller>.Of(() => new Caller(_invocations, tally)));
        tally.Wait();
        _system.Stop(caller);
        return tally;
    }

    public void Dispose()
    {
        _system.Terminate().GetAwaiter().GetResult();
        _system.Dispose();
    }

    private Route Route(string name, Func<ImmutableArray<Value>, Value> compute, params string[] arguments) => new(
        new FunctionSignature(name, arguments), [.. new VariablePath?[arguments.Length]], Limit,
        _system.ActorOf(Kernel.Make<Function>.Of(() => new Function(compute)), name));

    private sealed class Function : ReceiveActor
    {
        public Function(Func<ImmutableArray<Value>, Value> compute) =>
            Receive<Call>(m => Sender.Tell(new Returned(m.Number, compute(m.Arguments)), Self));
    }

    private sealed class Caller : ReceiveActor
    {
        private readonly IActorRef _invocations;
        private readonly Tally _tally;
        private readonly ScopeHandle _scope = new(ScopeKind.App, "");
        private readonly long _first;

        public Caller(IActorRef invocations, Tally tally)
        {
            _invocations = invocations;
            _tally = tally;
            _first = InvocationId.Next().Number + 1;
            Receive<Succeeded>(m => End(m, Arithmetic.IsSeven(m.Value)));
            Receive<InvocationsProtocol.Outcome>(m => End(m, isRight: false));
        }

        protected override void PreStart()
        {
            for (var place = 0; place < _tally.InFlight; place++) Start(place, place);
        }

        private void End(InvocationsProtocol.Outcome outcome, bool isRight)
        {
            var number = outcome.Id.Number - _first;
            var place = (int)(number % _tally.InFlight);
            _tally.End(place, isRight);
            Start(place, number + _tally.InFlight);
        }

        // One caller at a time makes identities here, so that a number tells its place.
        private void Start(int place, long number)
        {
            if (_tally.TryStart(place)) _invocations.Tell(new Invoke(new InvocationId(_first + number), Arithmetic.Text, _scope, Within: Limit), Self);
        }
    }
}
