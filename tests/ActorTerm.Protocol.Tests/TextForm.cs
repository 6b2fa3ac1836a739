using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ActorTerm.Protocol.Tests;

/// <summary>
/// Reads the part of protobuf's text form that the golden tables use (the C# library has none):
/// <c>name: value</c>, <c>name { ... }</c>, integers, decimals, booleans, enum names, strings with octal escapes.
/// </summary>
public static class TextForm
{
    public static IMessage Read(IMessage message, string text)
    {
        var at = 0;
        ReadFields(message, text, ref at);
        return at == text.Length ? message : throw new FormatException($"at {at}: expected a field in: {text}");
    }

    private static void ReadFields(IMessage message, string text, ref int at)
    {
        for (SkipSpaces(text, ref at); at < text.Length && text[at] != '}'; SkipSpaces(text, ref at))
        {
            var name = ReadWord(text, ref at);
            var field = message.Descriptor.FindFieldByName(name)
                ?? throw new FormatException($"{message.Descriptor.FullName} has no field {name}");
            var value = field.FieldType == FieldType.Message ? ReadMessage(field, text, ref at) : ReadScalar(field, text, ref at);
            if (field.IsRepeated) ((IList)field.Accessor.GetValue(message)).Add(value);
            else field.Accessor.SetValue(message, value);
        }
    }

    private static IMessage ReadMessage(FieldDescriptor field, string text, ref int at)
    {
        Expect('{', text, ref at);
        var child = field.MessageType.Parser.ParseFrom([]);
        ReadFields(child, text, ref at);
        Expect('}', text, ref at);
        return child;
    }

    private static object ReadScalar(FieldDescriptor field, string text, ref int at)
    {
        Expect(':', text, ref at);
        SkipSpaces(text, ref at);
        if (field.FieldType is FieldType.String or FieldType.Bytes)
        {
            var bytes = ReadQuoted(text, ref at);
            return field.FieldType == FieldType.String ? Encoding.UTF8.GetString(bytes) : ByteString.CopyFrom(bytes);
        }
        var word = ReadWord(text, ref at);
        return field.FieldType switch
        {
            FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, field.EnumType.FindValueByName(word).Number),
            FieldType.Bool => bool.Parse(word),
            FieldType.Int32 => int.Parse(word, CultureInfo.InvariantCulture),
            FieldType.UInt32 => uint.Parse(word, CultureInfo.InvariantCulture),
            FieldType.Int64 or FieldType.SInt64 => long.Parse(word, CultureInfo.InvariantCulture),
            FieldType.Float => float.Parse(word, CultureInfo.InvariantCulture),
            FieldType.Double => double.Parse(word, CultureInfo.InvariantCulture),
            var other => throw new FormatException($"no rule for {other}"),
        };
    }

    private static byte[] ReadQuoted(string text, ref int at)
    {
        Expect('"', text, ref at);
        var bytes = new List<byte>();
        while (text[at] != '"')
        {
            var c = text[at++];
            bytes.Add(c != '\\' ? (byte)c : text[at] switch
            {
                >= '0' and <= '7' => Octal(text, ref at),
                'n' => Escape('\n', ref at),
                'r' => Escape('\r', ref at),
                var other => Escape(other, ref at),
            });
        }
        at++;
        return [.. bytes];
    }

    private static byte Octal(string text, ref int at)
    {
        var digits = text.Substring(at, 3);
        at += 3;
        return Convert.ToByte(digits, 8);
    }

    private static byte Escape(char c, ref int at)
    {
        at++;
        return (byte)c;
    }

    private static string ReadWord(string text, ref int at)
    {
        SkipSpaces(text, ref at);
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.')) at++;
        return at > start ? text[start..at] : throw new FormatException($"at {at}: expected a word in: {text}");
    }

    private static void Expect(char wanted, string text, ref int at)
    {
        SkipSpaces(text, ref at);
        if (at >= text.Length || text[at] != wanted) throw new FormatException($"at {at}: expected {wanted} in: {text}");
        at++;
    }

    private static void SkipSpaces(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
    }
}
