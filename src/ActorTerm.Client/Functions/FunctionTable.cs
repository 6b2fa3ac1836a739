using System.Collections.Concurrent;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>The functions of one connection, by signature.</summary>
internal sealed class FunctionTable
{
    private readonly ConcurrentDictionary<string, FunctionBinding> _functions = new(StringComparer.Ordinal);

    public bool TryAdd(FunctionBinding function) => _functions.TryAdd(function.Signature, function);

    public void Remove(FunctionBinding function) => _functions.TryRemove(KeyValuePair.Create(function.Signature, function));

    /// <summary>A call names every argument that was registered, so it has the signature in full.</summary>
    public FunctionBinding? Find(ServerOriginatedRPC call) =>
        _functions.GetValueOrDefault(SignatureOf(call.Name, call.Arguments.Select(argument => argument.Name)));

    public static string SignatureOf(string name, IEnumerable<string> arguments) =>
        $"{name}({string.Join(',', arguments.Order(StringComparer.Ordinal))})";
}
