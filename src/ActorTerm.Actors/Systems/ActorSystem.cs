using ActorTerm.Actors.Configuration;
using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>A tree of actors with its event stream, its scheduler and its log. Its actors share the pool's threads.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    private protected ActorSystem()
    {
    }

    public abstract string Name { get; }

    public abstract EventStream EventStream { get; }

    public abstract IScheduler Scheduler { get; }

    public abstract ILoggingAdapter Log { get; }

    /// <summary>Where messages go that nobody can get: what it is told is published as <see cref="DeadLetter"/>.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Completes when the last actor has ended.</summary>
    public abstract Task WhenTerminated { get; }

    public static ActorSystem Create(string name) => Create(name, ConfigurationFactory.Empty);

    /// <param name="name">ASCII letters, digits and -_; it stands in every path.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    /// <exception cref="FormatException">A known setting has a value it cannot have.</exception>
    public static ActorSystem Create(string name, Config config) => new LocalActorSystem(name, config, TimeProvider.System);

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Ends any actor after its current message. An actor that stands under /user is ended by /user, so a little later.</summary>
    public abstract void Stop(IActorRef actor);

    /// <summary>Stops all under /user, children before their parents, then /system. Returns <see cref="WhenTerminated"/>.</summary>
    public abstract Task Terminate();

    /// <summary>Terminates, and waits for it.</summary>
    public void Dispose()
    {
        Terminate().Wait();
        GC.SuppressFinalize(this);
    }
}
