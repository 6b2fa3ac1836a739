namespace ActorTerm.Actors.Event;

/// <summary>
/// Counts what nobody handled and writes samples of it into the log: so many in each stretch of 5 minutes, then silence until the next,
/// whose first sample says how many there have been.
/// </summary>
internal sealed class DeadLetterListener : ReceiveActor
{
    public static readonly IReadOnlyList<Type> Channels = [typeof(DeadLetter), typeof(UnhandledMessage), typeof(Dropped)];

    private readonly DeadLetterSampling _sampling;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public DeadLetterListener(int logged)
    {
        _sampling = new DeadLetterSampling(logged, TimeSpan.FromMinutes(5));
        Receive<AllDeadLetters>(letter =>
        {
            if (_sampling.Count(Context.System.Scheduler.Now) is { } sample) Write(letter, sample);
        });
    }

    public static Props Of(int logged) => Props.CreateBy(new FuncProducer<DeadLetterListener>(() => new DeadLetterListener(logged)));

    private void Write(AllDeadLetters letter, DeadLetterSample sample)
    {
        _log.Info(
            "{0} [{1}] from {2} to {3}: {4} so far{5}",
            letter.GetType().Name, letter.Message.GetType().Name, letter.Sender, letter.Recipient, sample.Total,
            sample.IsLast ? "; no more are logged for now (akka.log-dead-letters)" : "");
    }
}
