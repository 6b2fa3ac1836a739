namespace ActorTerm.Cli;

/// <summary>What the process returns; part of the contract with scripts (docs/cli.md).</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The host said no, or what was waited for did not happen.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>There is no host to speak to.</summary>
    public const int NoHost = 3;

    /// <summary>Interrupted: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Told to end: 128 and the number of SIGTERM.</summary>
    public const int Terminated = 143;
}
