namespace ActorTerm.Host.Configuration;

/// <summary>How many characters must be inserted, removed, replaced or swapped with a neighbour to turn one text into another.</summary>
internal static class EditDistance
{
    public static int Between(string a, string b)
    {
        // Three rows of the table of Damerau and Levenshtein: distances of a[..i] from every b[..j].
        var (beforeLast, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
