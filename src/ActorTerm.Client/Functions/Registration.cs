using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>A registered function. It lasts until it is disposed of or the connection ends.</summary>
public sealed class Registration : IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly FunctionBinding _binding;
    private readonly NotificationRequest _request;
    private int _disposed;

    internal Registration(Connection connection, FunctionBinding binding, NotificationRequest request) =>
        (_connection, _binding, _request) = (connection, binding, request);

    /// <summary><c>add(a,b)</c>: the arguments sorted by name.</summary>
    public string Signature => _binding.Signature;

    /// <summary>Takes the function back. Calls that run already are answered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) await _connection.UnregisterAsync(_binding, _request);
    }
}
