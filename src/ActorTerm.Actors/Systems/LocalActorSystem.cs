using ActorTerm.Actors.Configuration;
using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>
/// <code>
/// /                     stops /system when /user has ended, then itself: with it the system has ended
///   /user               the actors of the application
///   /system             loggers, the listener for dead letters, the one who unsubscribes the dead; test actors
///   /deadLetters /temp  references without actors
/// </code>
/// </summary>
internal sealed class LocalActorSystem : ActorSystem
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActorCell _root;
    private readonly ActorCell _user;
    private readonly ActorCell _systemGuardian;
    private readonly DeadLetterRef _deadLetters;
    private readonly Lazy<WheelScheduler> _realClock;
    private long _temporaries;

    public LocalActorSystem(string name, Config config, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(config);
        SystemName.Check(name);
        Name = name;
        Settings = SystemSettings.From(config);
        RootPath = new RootPath(new Address("akka", name));
        FirstUid = Random.Shared.NextInt64(1, 1L << 40);
        EventStream = new EventStream(Settings.LogLevel);
        Log = new BusLogging(EventStream, $"ActorSystem({name})", typeof(ActorSystem));
        Clock = Settings.MakeScheduler is { } make ? make(config, Log) : new WheelScheduler(time);
        _realClock = new Lazy<WheelScheduler>(() => Clock as WheelScheduler ?? new WheelScheduler(time));
        _deadLetters = new DeadLetterRef(this, RootPath.Child("deadLetters", 0));
        TempPath = RootPath.Child("temp", 0);
        _root = new ActorCell(this, null, RootGuardian.Props, "", 0);
        _systemGuardian = _root.AddGuardian(SystemGuardian.Props, "system");
        _user = _root.AddGuardian(UserGuardian.Props, "user");
        _root.Begin();
        StartServices();
    }

    public override string Name { get; }

    public override EventStream EventStream { get; }

    public override IScheduler Scheduler => Clock.Face;

    public override ILoggingAdapter Log { get; }

    public override IActorRef DeadLetters => _deadLetters;

    public override Task WhenTerminated => _terminated.Task;

    public SystemSettings Settings { get; }

    public TellScheduler Clock { get; }

    /// <summary>Real time, also in a system on virtual time: for the edges, which speak to the world.</summary>
    public WheelScheduler RealClock => _realClock.Value;

    public ActorPath RootPath { get; }

    /// <summary>Where uids begin: at another number in each system, so that a reference is not mistaken for one of another run.</summary>
    public long FirstUid { get; }

    private ActorPath TempPath { get; }

    public override IActorRef ActorOf(Props props, string? name = null) => _user.ActorOf(props, name);

    public IActorRef SystemActorOf(Props props, string? name = null) => _systemGuardian.ActorOf(props, name);

    public ActorPath NewTempPath()
    {
        var number = Interlocked.Increment(ref _temporaries);
        return TempPath.Child(ActorName.Generated(number), number);
    }

    public override void Stop(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_user.Owns(actor)) _user.Tell(new StopChild(actor), ActorRefs.NoSender);
        else if (_systemGuardian.Owns(actor)) _systemGuardian.Tell(new StopChild(actor), ActorRefs.NoSender);
        else IInternalActorRef.Of(actor).SendSystem(new StopNow());
    }

    public override Task Terminate()
    {
        _root.Stop(_user);
        return WhenTerminated;
    }

    /// <summary>The root has ended.</summary>
    public void Terminated()
    {
        Clock.Dispose();
        if (_realClock.IsValueCreated) _realClock.Value.Dispose();
        _terminated.TrySetResult();
    }

    /// <summary>Somebody was told something and is not there.</summary>
    public void PublishDeadLetter(object message, IActorRef? sender, IActorRef recipient)
    {
        switch (message)
        {
            case TimerTick or IdleClock:                    // an actor's own timers end with it, also those in its mailbox
            case LogEvent:                                  // saying in the log that nobody reads the log would go on for ever
            case AllDeadLetters when recipient != _deadLetters:   // and so would this
                break;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null!), ActorRefs.NoSender);
                break;
            case AllDeadLetters letter:
                EventStream.Publish(letter);
                break;
            case IDeadLetterSuppression suppressed:
                EventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? _deadLetters, recipient));
                break;
            default:
                EventStream.Publish(new DeadLetter(message, sender ?? _deadLetters, recipient));
                break;
        }
    }

    private void StartServices()
    {
        EventStream.UnsubscribeTheDead(SystemActorOf(SubscriberWatch.Of(EventStream), "eventStreamUnsubscriber"));
        foreach (var logger in Settings.Loggers)
        {
            var actor = SystemActorOf(logger.Props, logger.Name);
            foreach (var channel in LogChannels.AtLeast(Settings.LogLevel)) EventStream.Subscribe(actor, channel);
        }

        if (Settings.DeadLettersLogged > 0)
        {
            var listener = SystemActorOf(DeadLetterListener.Of(Settings.DeadLettersLogged), "deadLetterListener");
            foreach (var channel in DeadLetterListener.Channels) EventStream.Subscribe(listener, channel);
        }
    }
}
