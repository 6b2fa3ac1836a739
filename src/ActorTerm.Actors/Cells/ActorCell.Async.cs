namespace ActorTerm.Actors;

// Handlers that await. User mail waits until the task ends; system mail does not.
internal sealed partial class ActorCell
{
    public void RunAsync<T>(Func<T, Task> handle, T message)
    {
        var turn = Extras.AsyncTurn ??= new AsyncTurn(this);
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(turn);
        Task task;
        try
        {
            task = handle(message);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();                  // throws what it failed with
            return;
        }

        turn.InHand = RunFrame.OfThread.InHand?.Copy();
        SuspendUserMail();
        task.ContinueWith(
            static (done, cell) => ((ActorCell)cell!).SendSystem(new AsyncDone(done)),
            this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Continue(Continuation continuation)
    {
        var turn = _extras!.AsyncTurn!;
        var outer = SynchronizationContext.Current;
        RunFrame.OfThread.InHand = turn.InHand;
        SynchronizationContext.SetSynchronizationContext(turn);
        try
        {
            continuation.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void EndAsync(Task task)
    {
        var turn = _extras!.AsyncTurn!;
        var inHand = RunFrame.OfThread.InHand = turn.InHand;
        turn.InHand = null;
        ResumeUserMail();
        _extras.IdleClock?.Touch(influences: inHand?.Message is not INotInfluenceReceiveTimeout);
        task.GetAwaiter().GetResult();                      // throws what it failed with: Handle makes a failure of it
    }
}
