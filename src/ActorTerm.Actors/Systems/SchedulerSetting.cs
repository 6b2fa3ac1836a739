using ActorTerm.Actors.Configuration;
using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>The schedulers that <c>akka.scheduler.implementation</c> can name, by the names that Akka.NET knows them by.</summary>
internal static class SchedulerSetting
{
    /// <summary>Virtual time; the test kit has it, and need not be there.</summary>
    private const string Test = "Akka.TestKit.TestScheduler, Akka.TestKit";

    private const string Wheel = "Akka.Actor.HashedWheelTimerScheduler";

    /// <exception cref="FormatException">There is no such scheduler.</exception>
    public static Func<Config, ILoggingAdapter, TellScheduler>? Named(string name)
    {
        if (name == Wheel) return null;
        if (name != Test)
            throw new FormatException($"akka.scheduler.implementation is '{Wheel}' or '{Test}', not '{name}'");

        var type = Type.GetType("ActorTerm.Actors.TestKit.TestScheduler, ActorTerm.TestKit")
            ?? throw new FormatException($"akka.scheduler.implementation is '{name}', and the test kit is not here");
        return (config, log) => ((IVirtualTime)Activator.CreateInstance(type, config, log)!).Clock;
    }
}

/// <summary>The test kit's scheduler as the kernel sees it.</summary>
internal interface IVirtualTime
{
    TellScheduler Clock { get; }
}
