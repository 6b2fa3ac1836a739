using System.Collections.Concurrent;

namespace ActorTerm.Pty;

/// <summary>
/// The one thread for calls that can block: starting programs, closing terminals, reading /proc. In the order they were asked for.
/// </summary>
internal sealed class HelperThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public HelperThread()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "pty-helper" };
        _thread.Start();
    }

    /// <summary>Runs the function on the helper thread; what it throws, the task throws.</summary>
    /// <exception cref="ObjectDisposedException">No more work is taken.</exception>
    public Task<T> Run<T>(Func<T> function)
    {
        // Continuations run elsewhere: this thread is nobody else's.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(() =>
        {
            try
            {
                done.SetResult(function());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Runs the action on the helper thread; it must not throw.</summary>
    /// <exception cref="ObjectDisposedException">No more work is taken.</exception>
    public void Post(Action action) => Add(action);

    /// <summary>Finishes what was asked for, then ends the thread and waits for it.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Add(Action action)
    {
        try
        {
            _work.Add(action);
        }
        catch (InvalidOperationException)   // adding was completed, before or meanwhile
        {
            throw new ObjectDisposedException(nameof(LinuxPtyHost));
        }
    }

    private void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable()) action();
    }
}
