using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>Runs the commands of Run Command triggers of the whole host: so many at once, and so many more wait.</summary>
internal sealed class CommandsActor : ReceiveActor, IWithTimers
{
    private static readonly object DroppedTimer = "dropped";
    private static readonly TimeSpan DroppedInterval = TimeSpan.FromSeconds(1);

    private readonly IPtyHost _host;
    private readonly IActorRef _alerts;
    private readonly TriggerSettings _settings;
    private readonly Queue<RunCommand> _waiting = new();      // bounded: actorterm.triggers.max-waiting-commands
    private int _running;
    private int _last;
    private long _dropped;
    private DateTimeOffset _alerted;

    public CommandsActor(IPtyHost host, IActorRef alerts, TriggerSettings settings)
    {
        _host = host;
        _alerts = alerts;
        _settings = settings;
        Receive<RunCommand>(Admit);
        Receive<CommandActor.Ended>(Tell);
        Receive<Terminated>(_ => RunNext());
        Receive<DroppedDue>(_ => TellDropped());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    // A command that failed here is over; the next one has nothing to do with it.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Admit(RunCommand m)
    {
        if (_running < _settings.MaxCommands)
        {
            Run(m);
        }
        else if (_waiting.Count < _settings.MaxWaitingCommands)
        {
            _waiting.Enqueue(m);
        }
        else
        {
            _dropped++;
            if (!Timers.IsTimerActive(DroppedTimer)) Timers.StartSingleTimer(DroppedTimer, new DroppedDue(), DroppedInterval);
        }
    }

    private void Run(RunCommand m)
    {
        _running++;
        Context.Watch(Context.ActorOf(Actor.Of(() => new CommandActor(m, _host, _settings.CommandOutputBytes)), $"command-{++_last}"));
    }

    private void RunNext()
    {
        _running--;
        if (_waiting.TryDequeue(out var next)) Run(next);
    }

    private void Tell(CommandActor.Ended m)
    {
        var (command, exit) = (m.Command, m.Exit);
        var how = m.Error is { } error ? new KeyValuePair<string, Value>("error", Value.Of(error))
            : exit?.Signal is { } signal ? new("signal", Value.Of(PtySignal.NameOf(signal)))
            : new("exitCode", Value.Of((long)(exit?.ExitCode ?? 0)));
        var data = Value.Object([new("trigger", Value.Of(command.Trigger)), new("command", Value.Of(command.Line)), how, new("output", Value.Of(m.Output))]);
        Context.System.EventStream.Publish(new EventsProtocol.HostEvent(Context.System.Scheduler.Now, EventsProtocol.Kinds.TriggerCommand, command.Session, data));
        if (m.Error is null && exit is { ExitCode: 0 }) return;

        var now = Context.System.Scheduler.Now;
        if (now - _alerted < _settings.CommandAlertInterval) return;

        _alerted = now;
        var text = $"trigger {command.Trigger}: {command.Line} failed ({m.Error ?? $"{how.Key} {how.Value.ToDisplayString()}"})";
        _alerts.Tell(new AlertsProtocol.Raise(AlertsProtocol.AlertSource.Trigger, command.Session, null, text, [], m.Output.Length > 0 ? m.Output : null), Self);
    }

    private void TellDropped()
    {
        var data = Value.Object([new("commands", Value.Of(_dropped))]);
        Context.System.EventStream.Publish(new EventsProtocol.HostEvent(Context.System.Scheduler.Now, EventsProtocol.Kinds.TriggerDropped, null, data));
        _dropped = 0;
    }

    private sealed record DroppedDue;
}
