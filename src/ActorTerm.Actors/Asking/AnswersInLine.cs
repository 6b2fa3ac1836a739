namespace ActorTerm.Actors;

/// <summary>Answers whose thread had to go back to the pool before they were given. They stay together: who awaits them often tells one actor.</summary>
internal sealed class AnswersInLine(IAnswer latest, int budget) : IThreadPoolWorkItem
{
    public void Execute()
    {
        var frame = RunFrame.OfThread;
        frame.BeginWith(budget, latest);
        frame.RunFollowers();
    }
}
