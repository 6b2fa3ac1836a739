namespace ActorTerm.Actors;

/// <summary>
/// The receive timeout of an actor. A message only notes the time; the one entry on the wheel looks at that note when it is due and, if
/// it was touched since, waits for the rest.
/// </summary>
internal sealed class IdleClock(ActorCell cell) : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    private DateTimeOffset _touched;
    private IScheduled? _alarm;
    private bool _changed;

    public TimeSpan? Timeout { get; private set; }

    public void Set(TimeSpan? timeout)
    {
        Timeout = timeout;
        _changed = true;
    }

    /// <summary>A handler has ended.</summary>
    /// <param name="influences">False for a message marked <see cref="INotInfluenceReceiveTimeout"/>.</param>
    public void Touch(bool influences)
    {
        if (influences || _changed) _touched = cell.Clock.Now;
        if (!_changed) return;

        _changed = false;
        _alarm?.Cancel();
        _alarm = null;
        if (Timeout is { } timeout) Arm(timeout);
    }

    /// <summary>The alarm has come through the mailbox. True when nothing else did for the whole time; the caller then touches.</summary>
    public bool IsDue()
    {
        if (Timeout is not { } timeout) return false;

        var rest = timeout - (cell.Clock.Now - _touched);
        Arm(rest > TimeSpan.Zero ? rest : timeout);
        return rest <= TimeSpan.Zero;
    }

    public void Stop()
    {
        Timeout = null;
        _alarm?.Cancel();
        _alarm = null;
    }

    private void Arm(TimeSpan after)
    {
        _alarm?.Cancel();                                   // an alarm of an earlier setting may have come late
        _alarm = cell.Clock.Start(after, null, cell, this, sender: null);
    }
}
