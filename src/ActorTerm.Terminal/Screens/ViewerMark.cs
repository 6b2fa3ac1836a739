namespace ActorTerm.Terminal.Screens;

/// <summary>
/// How much of a screen a viewer has, as <see cref="Screen.TakeDelta"/> left it. The default value is a viewer that has nothing. The screen
/// keeps no list of viewers: one that goes away costs nothing.
/// </summary>
public struct ViewerMark
{
    /// <summary>The epoch of the last snapshot.</summary>
    public long Seen { get; internal set; }

    /// <summary>The line at the top then; on the alternate screen, the lines that had left it.</summary>
    public long TopAbsoluteLine { get; internal set; }

    /// <summary>Another one than the screen's means that nothing of what the viewer has is of use.</summary>
    public int Generation { get; internal set; }

    internal CursorState Cursor { get; set; }
}
