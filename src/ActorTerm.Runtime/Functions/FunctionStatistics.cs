namespace ActorTerm.Runtime.Functions;

/// <summary>What one function has done. Written by its actor only; anyone may read, and sees each number as it lately was.</summary>
internal sealed class FunctionStatistics
{
    private long _calls;
    private long _failures;
    private long _timeouts;
    private long _lateAnswers;
    private int _inFlight;

    public long Calls => Volatile.Read(ref _calls);

    public long Failures => Volatile.Read(ref _failures);

    /// <summary>Calls nobody waited for any longer.</summary>
    public long Timeouts => Volatile.Read(ref _timeouts);

    /// <summary>Answers that came after that.</summary>
    public long LateAnswers => Volatile.Read(ref _lateAnswers);

    public int InFlight => Volatile.Read(ref _inFlight);

    public void Called(int inFlight)
    {
        Volatile.Write(ref _calls, _calls + 1);
        Volatile.Write(ref _inFlight, inFlight);
    }

    public void Ended(int inFlight) => Volatile.Write(ref _inFlight, inFlight);

    public void Failed() => Volatile.Write(ref _failures, _failures + 1);

    public void TimedOut() => Volatile.Write(ref _timeouts, _timeouts + 1);

    public void AnsweredLate() => Volatile.Write(ref _lateAnswers, _lateAnswers + 1);
}
