namespace ActorTerm.Pty;

/// <summary>The directions in which a connection can be ready.</summary>
[Flags]
public enum PtyInterest
{
    None = 0,

    /// <summary>There is output to read, or its end.</summary>
    Read = 1,

    /// <summary>The terminal takes input again, or will never again.</summary>
    Write = 2,
}
