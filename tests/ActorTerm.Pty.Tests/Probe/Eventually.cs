namespace ActorTerm.Pty.Tests.Probe;

/// <summary>
/// For what nobody reports, such as the state of a process: looks again and again, and fails with what did not come about.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task<T> SeesAsync<T>(string complaint, Func<Task<T>> look, Func<T, bool> expected)
    {
        long start = Environment.TickCount64;
        while (true)
        {
            var seen = await look();
            if (expected(seen)) return seen;

            if (Environment.TickCount64 - start > Deadline.TotalMilliseconds)
            {
                throw new TimeoutException($"{complaint} within {Deadline.TotalSeconds} s; seen at last: {seen}");
            }

            await Task.Yield();
        }
    }
}
