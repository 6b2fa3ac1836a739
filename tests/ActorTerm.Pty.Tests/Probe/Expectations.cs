namespace ActorTerm.Pty.Tests.Probe;

/// <summary>
/// What tests wait for. It is looked at when something has happened, never by the clock; the clock only ends a wait, with what did not
/// happen.
/// </summary>
/// <param name="describe">What did happen instead.</param>
internal sealed class Expectations(Func<string> describe)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly List<(Func<bool> Holds, TaskCompletionSource Fulfilled)> _open = [];

    public Task Add(string complaint, Func<bool> holds)
    {
        var fulfilled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.Add((holds, fulfilled));
        Check();
        return WaitAsync(complaint, fulfilled.Task);
    }

    public void Check() => _open.RemoveAll(expectation => expectation.Holds() && expectation.Fulfilled.TrySetResult());

    private async Task WaitAsync(string complaint, Task fulfilled)
    {
        try
        {
            await fulfilled.WaitAsync(Deadline);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{complaint} within {Deadline.TotalSeconds} s; {describe()}");
        }
    }
}
