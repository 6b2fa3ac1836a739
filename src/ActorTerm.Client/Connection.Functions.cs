using System.Runtime.CompilerServices;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

public sealed partial class Connection
{
    private readonly FunctionTable _functions = new();
    private readonly CallQueue _calls;

    /// <summary>
    /// Registers a function that anyone on the host may call. Its name and the names of its parameters, in any order, are its
    /// identity there: <c>add(a,b)</c>.
    /// </summary>
    /// <param name="function">
    /// Any delegate, synchronous or not. A parameter takes null when its type can; one of type <see cref="CancellationToken"/> is no
    /// argument and is cancelled when the connection ends; one with a <see cref="ReferenceAttribute"/> is filled by the host when a
    /// caller leaves it out. What it throws reaches the caller as reason, and its stack as traceback.
    /// </param>
    /// <param name="name">Default: that of the method. A lambda needs one.</param>
    /// <param name="timeout">How long callers wait; the function itself runs on. Default 5 s.</param>
    /// <param name="expression">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no name, or a name or type that cannot travel.</exception>
    /// <exception cref="RequestFailedException"><c>DUPLICATE_SERVER_ORIGINATED_RPC</c>: somebody has registered that signature.</exception>
    /// <exception cref="ConnectionLostException"/>
    public async Task<Registration> RegisterAsync(
        Delegate function,
        string? name = null,
        TimeSpan? timeout = null,
        CancellationToken cancel = default,
        [CallerArgumentExpression(nameof(function))] string expression = "")
    {
        var binding = FunctionBinding.Of(function, name ?? FunctionBinding.NameIn(expression));
        var request = binding.ToRequest(timeout);
        if (!_functions.TryAdd(binding)) throw Taken(binding, NotificationResponse.Types.Status.DuplicateServerOriginatedRpc);
        try
        {
            // Added first: a call may come before the answer has been looked at.
            var answer = await RequestAsync(new ClientOriginatedMessage { NotificationRequest = request }, cancel);
            var status = answer.NotificationResponse.Status;
            if (status != NotificationResponse.Types.Status.Ok) throw Taken(binding, status);
        }
        catch (Exception e)
        {
            _functions.Remove(binding);
            if (e is OperationCanceledException) _ = UnregisterAsync(binding, request);      // the host may have done it all the same
            throw;
        }
        return new Registration(this, binding, request);
    }

    /// <summary>
    /// Runs the calls that wait, and those that come within <paramref name="duration"/>; for connections with
    /// <see cref="DispatchMode.Manual"/> (with the other mode nothing ever waits, and only the time passes).
    /// </summary>
    /// <returns>How many calls were begun. One that takes longer than this goes on and answers when it is done.</returns>
    /// <exception cref="ConnectionLostException"/>
    public Task<int> DispatchForAsync(TimeSpan duration, CancellationToken cancel = default) => _calls.DispatchForAsync(duration, cancel);

    internal async Task UnregisterAsync(FunctionBinding binding, NotificationRequest registered)
    {
        var request = registered.Clone();
        request.Subscribe = false;
        try
        {
            await RequestAsync(new ClientOriginatedMessage { NotificationRequest = request });
        }
        catch (ActorTermException)
        {
            // The connection is over, or the host knows no such registration: either way it is gone.
        }
        _functions.Remove(binding);
    }

    private static RequestFailedException Taken(FunctionBinding binding, NotificationResponse.Types.Status status) =>
        new($"register {binding.Signature}", Answer.Word(status));
}
