using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Screens;

/// <summary>Where the cursor is and how it looks.</summary>
/// <param name="Column">0-based.</param>
/// <param name="Row">0-based from the top of the screen.</param>
/// <param name="PendingWrap">A character was printed in the last column: the next one goes to the next line.</param>
public readonly record struct CursorState(int Column, int Row, bool PendingWrap, bool Visible, CursorShape Shape, bool Blinks);
