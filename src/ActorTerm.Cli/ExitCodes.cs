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
}
