using ActorTerm.Protocol;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>Requests as no sane script makes them: every field may be there, absent, or hold a value from the edge of what fits in it.</summary>
internal sealed class RandomRequest(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "active", "all", "6F9619FF-8B86-D011-B42D-00C04FC964FF", "pty-6F9619FF-8B86-D011-B42D-00C04FC964FF", "1000001", "-1", "user.v", "user.a.b",
        "*", "f", "f(a: 1)", "f(", "name", "null", "{}", "[1,", "\"x\"", "{\"width\":0,\"height\":-7}", "{\"width\":1e99}", "grid_size", "SIGKILL", "0", "99999999999999999999",
        "rpc-1", "rpc-x", "\0", "é\ud83d\ude00", "C-c", "(", "key=value", new('[', 5_000),
    ];

    private static readonly double[] Numbers = [0, 1, -1, 0.5, 4_096, 1e9, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly long[] Wholes = [0, 1, -1, 80, 4_096, 4_097, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    public ClientOriginatedMessage Next()
    {
        var requests = ClientOriginatedMessage.Descriptor.Oneofs[0].Fields;
        var message = new ClientOriginatedMessage();
        Set(message, requests[random.Next(requests.Count)], depth: 0);
        return message;
    }

    private void Fill(IMessage message, int depth)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
            if (random.Next(2) == 0) Set(message, field, depth);
    }

    private void Set(IMessage message, FieldDescriptor field, int depth)
    {
        if (depth > 5 && field.FieldType == FieldType.Message) return;
        if (field.IsRepeated)
        {
            var list = (System.Collections.IList)field.Accessor.GetValue(message);
            for (var count = random.Next(4); count > 0; count--) list.Add(Value(field, depth));
        }
        else
        {
            field.Accessor.SetValue(message, Value(field, depth));
        }
    }

    private object Value(FieldDescriptor field, int depth)
    {
        switch (field.FieldType)
        {
            case FieldType.Message:
                var inner = (IMessage)Activator.CreateInstance(field.MessageType.ClrType)!;
                Fill(inner, depth + 1);
                return inner;
            case FieldType.String: return Texts[random.Next(Texts.Length)];
            case FieldType.Bytes: return ByteString.CopyFromUtf8(Texts[random.Next(Texts.Length)]);
            case FieldType.Bool: return random.Next(2) == 0;
            case FieldType.Double: return Numbers[random.Next(Numbers.Length)];
            case FieldType.Float: return (float)Numbers[random.Next(Numbers.Length)];
            case FieldType.Int32 or FieldType.SInt32: return unchecked((int)Wholes[random.Next(Wholes.Length)]);
            case FieldType.UInt32: return unchecked((uint)Wholes[random.Next(Wholes.Length)]);
            case FieldType.Int64 or FieldType.SInt64: return Wholes[random.Next(Wholes.Length)];
            case FieldType.UInt64: return unchecked((ulong)Wholes[random.Next(Wholes.Length)]);
            case FieldType.Enum:
                var values = field.EnumType.Values;
                return Enum.ToObject(field.EnumType.ClrType, values[random.Next(values.Count)].Number);
            default: throw new InvalidOperationException($"{field.FullName} is a {field.FieldType}");
        }
    }
}
