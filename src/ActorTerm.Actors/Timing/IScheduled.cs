namespace ActorTerm.Actors;

/// <summary>Something that is to happen some time.</summary>
internal interface IScheduled
{
    /// <summary>Called by anybody; of no effect when it has happened already.</summary>
    void Cancel();
}
