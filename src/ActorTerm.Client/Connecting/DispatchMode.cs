namespace ActorTerm.Client;

/// <summary>When a call to a function that this script registered runs.</summary>
public enum DispatchMode
{
    /// <summary>As soon as it comes, on the thread pool. Several may run at once.</summary>
    Automatic,

    /// <summary>
    /// It waits until <see cref="Connection.DispatchForAsync"/> runs: for interactive use, where one wants to see what happens.
    /// The host's timeout for the function counts meanwhile.
    /// </summary>
    Manual,
}
