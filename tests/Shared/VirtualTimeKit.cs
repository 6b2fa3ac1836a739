using Xunit.Abstractions;

namespace ActorTerm;

/// <summary>
/// A test kit on virtual time, the same on both engines: timers, receive timeouts and scheduled tells follow <see cref="Advance"/>. An Ask
/// does not: its timeout is real time.
/// </summary>
public abstract class VirtualTimeKit : TestKit
{
    /// <summary>How long an actor may take to get through its mailbox. Real time; a passing test never waits it out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="config">More settings, as HOCON.</param>
    protected VirtualTimeKit(string config = "", ITestOutputHelper? output = null) : base(
        """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        akka.test.single-expect-default = 20s
        akka.loglevel = WARNING

        """ + config, output)
    {
    }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    /// <summary>Lets time pass step by step. After each step every actor named has handled all that it was told before.</summary>
    /// <param name="step">No longer than the shortest period in play: within one step a timer fires at most once, and what is started
    /// while it passes is not due before the next.</param>
    /// <param name="settle">In the order in which messages run through them.</param>
    protected void Advance(TimeSpan total, TimeSpan step, params IActorRef[] settle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        Settle(settle);
        for (var left = total; left > TimeSpan.Zero; left -= step)
        {
            Time.Advance(left < step ? left : step);
            Settle(settle);
        }
    }

    /// <summary>Waits until each actor, in this order, has handled all that it was told before.</summary>
    protected static void Settle(params IActorRef[] actors)
    {
        foreach (var actor in actors)
        {
            var asked = actor.Ask<ActorIdentity>(new Identify(actor), Patience);
            asked.GetAwaiter().GetResult();
        }
    }
}
