namespace ActorTerm.Terminal.Views;

/// <summary>Where a searched text stands: over several rows where its line was wrapped.</summary>
/// <param name="FirstLine">Absolute number of the row it begins in.</param>
/// <param name="FirstColumn">0-based.</param>
/// <param name="LastLine">Absolute number of the row it ends in.</param>
/// <param name="EndColumn">One more than the column of its last character.</param>
public readonly record struct SearchHit(long FirstLine, int FirstColumn, long LastLine, int EndColumn)
{
    /// <summary>The columns it covers in a row; null when it has no part there.</summary>
    internal (int First, int End)? In(long line) => line < FirstLine || line > LastLine
        ? null
        : (line == FirstLine ? FirstColumn : 0, line == LastLine ? EndColumn : int.MaxValue);
}
