using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>
/// The one owner of registrations, and on no hot path: each change makes new <see cref="Routes"/>, which <c>/invocations</c> is told before the
/// registrant is answered. A function is stopped only when <c>/invocations</c> has taken routes without it, so no call is told to a dead one.
/// <code>
/// /functions                 the table
///   /fn-1, /fn-2, ...        one per registration
///   /iterm2                  built-in functions that the workspace carries out
///     /$a, ...               one per call in flight
/// </code>
/// </summary>
internal sealed class FunctionTableActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly FunctionSettings _settings;
    private readonly IActorRef _invocations;
    private readonly IActorRef _workspace;
    private readonly TableMemory _memory;
    private readonly FunctionTable _table;

    private FunctionTableActor(FunctionSettings settings, IActorRef invocations, IActorRef workspace, TableMemory memory)
    {
        _settings = settings;
        _invocations = invocations;
        _workspace = workspace;
        _memory = memory;
        _table = memory.Table;

        Receive<Register>(Register);
        Receive<Unregister>(Unregister);
        Receive<RoutesTaken>(m => RetireBefore(m.Version));
        Receive<ListFunctions>(_ => Sender.Tell(List()));
        Receive<AwaitFunction>(Await);
        Receive<Terminated>(m => Forget(m.ActorRef));
    }

    public static Props Of(FunctionSettings settings, IActorRef invocations, IActorRef workspace)
    {
        var memory = new TableMemory(settings);
        return Actor.Of(() => new FunctionTableActor(settings, invocations, workspace, memory));
    }

    // A function that fails goes on with its script and its callers.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);

    // A table that fails goes on with all that is registered: its functions are not stopped, and what it watches stays watched.
    protected override void PreRestart(Exception reason, object? message) => _log.Failed(message, reason);

    protected override void PostRestart(Exception reason)
    {
    }

    protected override void PreStart()
    {
        var builtIns = Context.ActorOf(Actor.Of(() => new WorkspaceFunctionsActor(_workspace, _settings)), "iterm2");
        Publish(_memory.Routes.WithWorkspace(new Route(new FunctionSignature("iterm2"), [], _settings.Timeout, builtIns)));
    }

    private void Register(Register m)
    {
        if (_table.Register(m.Registration, Context.System.Scheduler.Now, out var refusal) is not { } entry)
        {
            Sender.Tell(refusal!);
            return;
        }

        Context.Watch(entry.Owner);
        var function = Context.ActorOf(FunctionActor.Of(entry, _settings.MaxCallsInFlight), $"fn-{++_memory.LastFunction}");
        _memory.Functions.Add(entry, function);
        Publish(_memory.Routes.With(new Route(entry.Signature, entry.Defaults, entry.Timeout, function)));
        Sender.Tell(new Registered(entry.Signature));
        _log.Registered(entry.Signature, entry.OwnerName);
        PublishEvent(EventsProtocol.Kinds.FunctionRegistered, entry);
        if (_memory.Awaited.Remove(entry.Signature.FullName, out var waiting))
            foreach (var subscriber in waiting) subscriber.Tell(new FunctionAppeared(entry.Signature.FullName));
    }

    private void Unregister(Unregister m)
    {
        if (_table.Unregister(m.Signature, m.Owner) is not { } entry)
        {
            Sender.Tell(new NotRegistered(m.Signature));
            return;
        }

        Remove([entry]);
        Sender.Tell(new Unregistered(m.Signature));
        _log.Unregistered(m.Signature);
    }

    private void Forget(IActorRef gone)
    {
        var entries = _table.UnregisterAll(gone);
        if (entries.Count > 0)
        {
            Remove(entries);
            _log.OwnerEnded(entries.First().OwnerName, entries.Count);
        }

        foreach (var (name, waiting) in _memory.Awaited)
            if (waiting.Remove(gone) && waiting.Count == 0) _memory.Awaited.Remove(name);
    }

    private void Remove(IReadOnlyCollection<FunctionEntry> entries)
    {
        Publish(_memory.Routes.Without(entries.Select(entry => entry.Signature)));
        foreach (var entry in entries)
        {
            PublishEvent(EventsProtocol.Kinds.FunctionUnregistered, entry);
            _memory.Functions.Remove(entry, out var function);
            _memory.Leaving.Enqueue((_memory.Routes.Version, function!));
        }
    }

    private void RetireBefore(long version)
    {
        while (_memory.Leaving.TryPeek(out var next) && next.Version <= version) _memory.Leaving.Dequeue().Function.Tell(new FunctionActor.Retire());
    }

    private void Publish(Routes routes)
    {
        _memory.Routes = routes;
        _invocations.Tell(routes);
    }

    private void Await(AwaitFunction m)
    {
        if (_memory.Routes.Named(m.FullName).Any(route => route.Since > m.Seen))
        {
            m.Subscriber.Tell(new FunctionAppeared(m.FullName));
            return;
        }

        Context.Watch(m.Subscriber);
        if (!_memory.Awaited.TryGetValue(m.FullName, out var waiting)) _memory.Awaited.Add(m.FullName, waiting = []);
        waiting.Add(m.Subscriber);
    }

    private static void PublishEvent(string kind, FunctionEntry entry) => Context.System.EventStream.Publish(new EventsProtocol.HostEvent(
        Context.System.Scheduler.Now,
        kind,
        null,
        Value.Object([new("signature", Value.Of(entry.Signature.ToString())), new("script", Value.Of(entry.OwnerName))])));

    private FunctionList List() => new(
        [.. _table.Entries.OrderBy(entry => entry.Signature.ToString(), StringComparer.Ordinal).Select(Info)], BuiltIns.Signatures);

    private static FunctionInfo Info(FunctionEntry entry)
    {
        var did = entry.Statistics;
        return new(entry.Signature, entry.OwnerName, entry.Timeout, did.InFlight, did.Calls, did.Failures, did.Timeouts, did.LateAnswers)
        {
            Connection = entry.Registration.Connection,
            RegisteredAt = entry.RegisteredAt,
            Arguments = entry.Registration.Arguments,
            Defaults = entry.Registration.Defaults,
            Mean = did.Mean,
            Longest = did.Longest,
        };
    }
}
