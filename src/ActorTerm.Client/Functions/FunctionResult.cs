using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTerm.Client;

/// <summary>What a function gives back, whichever of void, T, Task, Task of T, ValueTask and ValueTask of T it is, as JSON.</summary>
internal sealed class FunctionResult
{
    private readonly Func<object?, Task>? _wait;
    private readonly Func<object, object?>? _read;
    private readonly JsonTypeInfo? _type;

    private FunctionResult(Func<object?, Task>? wait, Func<object, object?>? read, Type value)
    {
        _wait = wait;
        _read = read;
        _type = value == typeof(void) ? null : Json.Options.GetTypeInfo(value);
    }

    public static FunctionResult Of(Type returned)
    {
        if (returned == typeof(Task)) return new(result => (Task)result!, null, typeof(void));
        if (returned == typeof(ValueTask)) return new(result => ((ValueTask)result!).AsTask(), null, typeof(void));
        if (!returned.IsGenericType) return new(null, null, returned);

        var value = returned.GetGenericArguments()[0];
        var task = typeof(Task<>).MakeGenericType(value);
        var read = task.GetProperty(nameof(Task<int>.Result))!;
        if (returned == task) return new(result => (Task)result!, read.GetValue, value);
        if (returned.GetGenericTypeDefinition() != typeof(ValueTask<>)) return new(null, null, returned);
        var asTask = returned.GetMethod(nameof(ValueTask<int>.AsTask))!;
        return new(result => (Task)asTask.Invoke(result, null)!, read.GetValue, value);
    }

    public async Task<string> ToJsonAsync(object? result)
    {
        if (_wait is not null)
        {
            var task = _wait(result);
            await task;
            result = _read?.Invoke(task);
        }
        if (result is JsonElement json) return json.GetRawText();      // to the letter
        return result is null || _type is null ? "null" : JsonSerializer.Serialize(result, _type);
    }
}
