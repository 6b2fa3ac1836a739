using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>Items of a JSON array, cut out of its text as they stand.</summary>
internal static class ArrayText
{
    /// <param name="array">A JSON array.</param>
    /// <param name="index">A whole number from 0; anything else is out of range.</param>
    public static bool TryItem(Value array, double index, out Value item)
    {
        item = default;
        if (!(index >= 0)) return false;
        var reader = Items(array);
        for (double at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (at != index) continue;
            if (reader.TokenType != JsonTokenType.Null) item = array.Part(start, (int)reader.BytesConsumed - start);
            return true;
        }
        return false;
    }

    public static int Count(Value array)
    {
        var count = 0;
        for (var reader = Items(array); reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++) reader.Skip();
        return count;
    }

    private static Utf8JsonReader Items(Value array)
    {
        var reader = new Utf8JsonReader(array.Text, Value.Trusting);
        reader.Read();
        return reader;
    }
}
