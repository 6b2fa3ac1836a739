namespace ActorTerm.Actors.TestKit;

/// <summary>Keeps the test actor the sender of what a test tells, also after an await.</summary>
internal sealed class TestThreadContext(ActorCell cell) : SynchronizationContext
{
    /// <summary>What this thread tells from now on comes from the test actor.</summary>
    public void Enter()
    {
        RunFrame.OfThread.Cell = cell;
        SetSynchronizationContext(this);
    }

    public static void Leave()
    {
        RunFrame.OfThread.Cell = null;
        if (Current is TestThreadContext) SetSynchronizationContext(null);
    }

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.UnsafeQueueUserWorkItem(
        static work =>
        {
            work.Context.Enter();
            try
            {
                work.Callback(work.State);
            }
            finally
            {
                Leave();
            }
        },
        (Context: this, Callback: d, State: state), preferLocal: false);

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
