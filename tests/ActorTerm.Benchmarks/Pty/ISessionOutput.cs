using ActorTerm.Pty;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>What is done with a program's output. Called in the turns of the actor that reads it.</summary>
internal interface ISessionOutput
{
    void Take(ReadOnlySpan<byte> bytes);

    /// <summary>All output was taken.</summary>
    void End();

    /// <summary>The connection is gone.</summary>
    void Closed(PtyExit exit);

    /// <summary>The program did not start.</summary>
    void Refused(Exception why);
}
