using ActorTerm.Language;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>
/// Built-in functions that the workspace carries out. Each call is asked by a child of its own that lives until the answer, since answers
/// come in any order and do not name the question.
/// </summary>
internal sealed class WorkspaceFunctionsActor : ReceiveActor
{
    private readonly IActorRef _workspace;
    private readonly FunctionSettings _settings;
    private int _inFlight;

    public WorkspaceFunctionsActor(IActorRef workspace, FunctionSettings settings)
    {
        _workspace = workspace;
        _settings = settings;

        Receive<BuiltInCall>(Run);
        Receive<Terminated>(_ => _inFlight--);
        Receive<GaveUp>(_ => { });   // its child gives up by itself, after the same time
    }

    // A request that fails is answered by its caller's timeout.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Run(BuiltInCall m)
    {
        if (_inFlight >= _settings.MaxCallsInFlight)
        {
            Sender.Tell(new Busy(m.Number, BusyText(m.Function, _inFlight)));
            return;
        }

        var caller = Sender;
        _inFlight++;
        Context.Watch(Context.ActorOf(Actor.Of(() => new Request(m, caller, _workspace, _settings.Timeout))));
    }

    /// <summary>Asks once, passes the answer on, ends.</summary>
    private sealed class Request : ReceiveActor
    {
        public Request(BuiltInCall call, IActorRef caller, IActorRef workspace, TimeSpan timeout)
        {
            Receive<WorkspaceProtocol.NotFound>(m => Answer(new Threw(call.Number, CallFailure.Raised, m.Text)));
            Receive<WorkspaceProtocol.PaneSelected>(m => Answer(new Returned(call.Number, m.Session is { } id ? Value.Of(id.ToString()) : Value.Null)));
            Receive<WorkspaceProtocol.ProfileValue>(m => Answer(new Returned(call.Number, m.Value)));
            Receive<CoprocessesProtocol.StartAnswer>(m => Answer(m switch
            {
                CoprocessesProtocol.StartAnswer.SpawnFailed failed => new Threw(call.Number, CallFailure.Raised, failed.Text),
                CoprocessesProtocol.StartAnswer.SessionEnded => new Threw(call.Number, CallFailure.Raised, "the session's program has ended"),
                _ => new Returned(call.Number, Value.Of(m is CoprocessesProtocol.StartAnswer.Started)),
            }));
            Receive<CoprocessesProtocol.Stopped>(m => Answer(new Returned(call.Number, Value.Of(m.WasRunning))));
            Receive<CoprocessesProtocol.CoprocessStatus>(m => Answer(new Returned(call.Number, m.Running is { } one ? Value.Of(one.Command) : Value.Null)));
            Receive<ReceiveTimeout>(_ => Context.Stop(Self));
            ReceiveAny(_ => Answer(new Returned(call.Number, Value.Null)));   // done, and nothing to say but that

            SetReceiveTimeout(timeout);
            workspace.Tell(call.Request);

            void Answer(CallAnswer answer)
            {
                caller.Tell(answer);
                Context.Stop(Self);
            }
        }
    }
}
