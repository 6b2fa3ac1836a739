namespace ActorTerm.Runtime.Triggers;

/// <summary>
/// Which trigger fired for which line lately: a program that draws the same line again and again does not fire it again. A table of fixed size; of two
/// lines that share a place in it the older is forgotten, and may fire once more.
/// </summary>
internal sealed class RepeatFilter(TimeSpan interval)
{
    private const int Places = 256;      // some screens full of lines

    private Firing[]? _firings;          // null until one fires

    /// <param name="text">The whole line.</param>
    /// <returns>False when this trigger fired for this line with this text within the interval, counted from then.</returns>
    public bool IsNew(int trigger, long line, ReadOnlySpan<char> text, DateTimeOffset now)
    {
        if (interval <= TimeSpan.Zero) return true;

        _firings ??= new Firing[Places];
        ref var firing = ref _firings[(int)((ulong)HashCode.Combine(trigger, line) % Places)];
        var hash = string.GetHashCode(text);
        if (firing.Trigger == trigger && firing.Line == line && firing.Text == hash && firing.Length == text.Length && now - firing.Time < interval) return false;

        firing = new Firing(trigger, line, hash, text.Length, now);
        return true;
    }

    private readonly record struct Firing(int Trigger, long Line, int Text, int Length, DateTimeOffset Time);
}
