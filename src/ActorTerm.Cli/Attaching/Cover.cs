namespace ActorTerm.Cli.Attaching;

/// <summary>Whether something else than the session is shown; frames wait until it is gone.</summary>
internal sealed class Cover
{
    private volatile TaskCompletionSource? _gone;

    public void Begin() => _gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End()
    {
        _gone?.TrySetResult();
        _gone = null;
    }

    public Task Uncovered() => _gone?.Task ?? Task.CompletedTask;
}
