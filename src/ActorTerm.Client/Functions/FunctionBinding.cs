using System.Reflection;
using System.Text.Json;
using ActorTerm.Protocol;
using static ActorTerm.Protocol.RPCRegistrationRequest.Types;

namespace ActorTerm.Client;

/// <summary>Between a delegate and a function of the host: names, arguments from JSON, the result to JSON.</summary>
internal sealed class FunctionBinding
{
    private readonly Delegate _function;
    private readonly MethodInvoker _invoker;
    private readonly ParameterInfo[] _parameters;
    private readonly FunctionResult _result;

    private FunctionBinding(Delegate function, string name, ParameterInfo[] parameters, MethodInfo invoke)
    {
        _function = function;
        _parameters = parameters;
        _invoker = MethodInvoker.Create(invoke);
        _result = FunctionResult.Of(invoke.ReturnType);
        Name = name;
        Signature = FunctionTable.SignatureOf(name, Arguments.Select(parameter => parameter.Name!));
    }

    public string Name { get; }

    /// <summary><c>add(a,b)</c>: the arguments sorted by name.</summary>
    public string Signature { get; }

    private IEnumerable<ParameterInfo> Arguments => _parameters.Where(parameter => !IsCancel(parameter));

    /// <exception cref="ArgumentException">A name or a parameter that cannot travel.</exception>
    public static FunctionBinding Of(Delegate function, string? name)
    {
        // The delegate's own Invoke has the arguments a caller must give; the method behind it has the names and attributes,
        // and one parameter more where the first is bound already (an extension method).
        var invoke = function.GetType().GetMethod("Invoke")!;
        var parameters = function.Method.GetParameters()[^invoke.GetParameters().Length..];
        if (name is null) throw new ArgumentException("a function without a name of its own needs one: RegisterAsync(function, \"name\")", nameof(function));
        CheckName(name, "function");
        foreach (var parameter in parameters.Where(parameter => !IsCancel(parameter))) CheckParameter(name, parameter);
        return new FunctionBinding(function, name, parameters, invoke);
    }

    /// <summary>The name in what stands in the source: <c>add</c>, <c>Sums.add</c>. None in a lambda.</summary>
    public static string? NameIn(string expression)
    {
        var last = expression[(expression.LastIndexOf('.') + 1)..].Trim().TrimStart('@');
        return IsName(last) && IsName(expression.Replace(".", "", StringComparison.Ordinal).Replace("@", "", StringComparison.Ordinal).Trim()) ? last : null;
    }

    public NotificationRequest ToRequest(TimeSpan? timeout)
    {
        var registration = new RPCRegistrationRequest { Name = Name };
        if (timeout is { } limit) registration.Timeout = (float)limit.TotalSeconds;
        foreach (var parameter in Arguments)
        {
            registration.Arguments.Add(new RPCArgumentSignature { Name = parameter.Name });
            if (parameter.GetCustomAttribute<ReferenceAttribute>() is { } reference)
                registration.Defaults.Add(new RPCArgument { Name = parameter.Name, Path = reference.Path });
        }
        return new NotificationRequest
        {
            Subscribe = true,
            NotificationType = NotificationType.NotifyOnServerOriginatedRpc,
            RpcRegistrationRequest = registration,
        };
    }

    /// <summary>Runs the function.</summary>
    /// <returns>Its result as JSON.</returns>
    /// <exception cref="Exception">Whatever the function throws, or an <see cref="ArgumentException"/> about what it was given.</exception>
    public async Task<string> RunAsync(ServerOriginatedRPC call, CancellationToken connectionEnds)
    {
        var given = call.Arguments.ToDictionary(argument => argument.Name, argument => argument.HasJsonValue ? argument.JsonValue : "null");
        var values = new object?[_parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = IsCancel(_parameters[i]) ? connectionEnds : Value(_parameters[i], given[_parameters[i].Name!]);
        return await _result.ToJsonAsync(_invoker.Invoke(_function, values.AsSpan()));
    }

    private static object? Value(ParameterInfo parameter, string json)
    {
        if (json == "null" && parameter.ParameterType != typeof(JsonElement))
        {
            return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                ? null
                : throw new ArgumentException($"argument {parameter.Name} is null, and {parameter.ParameterType.Name} cannot be; {parameter.ParameterType.Name}? can");
        }
        try
        {
            return Json.Read(json, parameter.ParameterType);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"argument {parameter.Name} is {Short(json)}, which is no {parameter.ParameterType.Name}", e);
        }
    }

    private static void CheckParameter(string function, ParameterInfo parameter)
    {
        CheckName(parameter.Name ?? "", $"parameter of {function}");
        if (parameter.ParameterType.IsByRef || parameter.ParameterType.IsPointer)
            throw new ArgumentException($"{function}: parameter {parameter.Name} is passed by reference, which cannot travel");
        _ = Json.Options.GetTypeInfo(parameter.ParameterType);
    }

    private static void CheckName(string name, string what)
    {
        if (!IsName(name)) throw new ArgumentException($"`{name}` is no name for a {what}: ASCII letters, digits and _");
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsCancel(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    private static string Short(string json) => json.Length <= 80 ? json : $"{json[..77]}...";
}
