using System.Text;
using ActorTerm.Pty;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>Keeps all output of a helper program, and waits for its end.</summary>
internal sealed class CollectedOutput : ISessionOutput, IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly ManualResetEventSlim _closed = new();
    private PtyExit _exit;
    private Exception? _refused;

    public void Take(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void End()
    {
        // The exit follows.
    }

    public void Closed(PtyExit exit)
    {
        _exit = exit;
        _closed.Set();
    }

    public void Refused(Exception why)
    {
        _refused = why;
        _closed.Set();
    }

    /// <param name="command">Named when it fails.</param>
    /// <exception cref="InvalidOperationException">It did not start, or did not end with 0.</exception>
    public string Wait(string command)
    {
        _closed.Wait();
        var text = Encoding.UTF8.GetString(_bytes.ToArray());
        if (_refused is not null) throw new InvalidOperationException($"{command}: {_refused.Message}", _refused);

        return _exit == PtyExit.Code(0) ? text : throw new InvalidOperationException($"{command}: {_exit}\n{text}");
    }

    public void Dispose() => _closed.Dispose();
}
