namespace ActorTerm.Runtime.Functions;

/// <summary>What one function has done. Written by its actor only; anyone may read, and sees each number as it lately was.</summary>
internal sealed class FunctionStatistics
{
    private long _calls;
    private long _failures;
    private long _timeouts;
    private long _lateAnswers;
    private int _inFlight;
    private long _answers;
    private long _ticks;
    private long _longestTicks;

    public long Calls => Volatile.Read(ref _calls);

    public long Failures => Volatile.Read(ref _failures);

    /// <summary>Calls nobody waited for any longer.</summary>
    public long Timeouts => Volatile.Read(ref _timeouts);

    /// <summary>Answers that came after that.</summary>
    public long LateAnswers => Volatile.Read(ref _lateAnswers);

    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>From dispatch to answer, of the calls answered in time; null before the first.</summary>
    public TimeSpan? Mean => Volatile.Read(ref _answers) is > 0 and var answers ? TimeSpan.FromTicks(Volatile.Read(ref _ticks) / answers) : null;

    /// <inheritdoc cref="Mean"/>
    public TimeSpan? Longest => Volatile.Read(ref _answers) > 0 ? TimeSpan.FromTicks(Volatile.Read(ref _longestTicks)) : null;

    public void Called(int inFlight)
    {
        Volatile.Write(ref _calls, _calls + 1);
        Volatile.Write(ref _inFlight, inFlight);
    }

    public void Ended(int inFlight) => Volatile.Write(ref _inFlight, inFlight);

    public void Answered(TimeSpan took)
    {
        Volatile.Write(ref _ticks, _ticks + took.Ticks);
        Volatile.Write(ref _longestTicks, Math.Max(_longestTicks, took.Ticks));
        Volatile.Write(ref _answers, _answers + 1);
    }

    public void Failed() => Volatile.Write(ref _failures, _failures + 1);

    public void TimedOut() => Volatile.Write(ref _timeouts, _timeouts + 1);

    public void AnsweredLate() => Volatile.Write(ref _lateAnswers, _lateAnswers + 1);
}
