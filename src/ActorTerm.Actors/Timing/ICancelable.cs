namespace ActorTerm.Actors;

/// <summary>Calls off what was scheduled. A message that is in a mailbox already is handled all the same.</summary>
public interface ICancelable
{
    bool IsCancellationRequested { get; }

    CancellationToken Token { get; }

    void Cancel();
}
