namespace ActorTerm.Pty;

/// <summary>
/// Decides when an exit may be told. A program's last output is read before its exit is told; but a background job can hold the terminal
/// for ever, or write for ever, and an owner may have stopped reading, so each of these has a limit.
/// </summary>
/// <param name="limits">DrainTime, DrainBytes and UnreadTime.</param>
/// <param name="exitedAt">Milliseconds, on the clock of <c>now</c>.</param>
internal readonly struct ExitDrain(PtyHostOptions limits, long exitedAt)
{
    /// <param name="now">Milliseconds.</param>
    /// <param name="outputEnded">The owner has read the end of output, or wants no more.</param>
    /// <param name="readSinceExit">Bytes the owner has read since the exit.</param>
    /// <param name="unread">There is output that the owner has not read: it may be the program's.</param>
    public bool IsOver(long now, bool outputEnded, long readSinceExit, bool unread) =>
        outputEnded
        || readSinceExit >= limits.DrainBytes
        || now - exitedAt >= (long)(unread ? limits.UnreadTime : limits.DrainTime).TotalMilliseconds;
}
