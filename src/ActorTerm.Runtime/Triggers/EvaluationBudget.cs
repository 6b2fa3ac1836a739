namespace ActorTerm.Runtime.Triggers;

/// <summary>The part of each second that patterns took, over the last whole second and the one that runs.</summary>
/// <param name="share">In percent.</param>
internal sealed class EvaluationBudget(int share)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private TimeSpan _began;
    private TimeSpan _spent;
    private TimeSpan _spentBefore;      // in the window before this one

    /// <param name="now">On any clock that only goes forward.</param>
    public void Spend(TimeSpan time, TimeSpan now)
    {
        Turn(now);
        _spent += time;
    }

    public bool IsOver(TimeSpan now)
    {
        Turn(now);
        return Math.Max(_spent.Ticks, _spentBefore.Ticks) * 100 > Window.Ticks * share;
    }

    private void Turn(TimeSpan now)
    {
        var passed = now - _began;
        if (passed < Window) return;

        _spentBefore = passed < 2 * Window ? _spent : TimeSpan.Zero;
        _spent = TimeSpan.Zero;
        _began = now;
    }
}
