namespace ActorTerm.Actors;

/// <summary>An Ask that has its answer: run as a work item, it lets go on whoever awaits it.</summary>
internal interface IAnswer : IThreadPoolWorkItem
{
    /// <summary>Another one that waits to be run on the same thread.</summary>
    IAnswer? Next { get; set; }
}
