using ActorTerm.Language;
using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Which function exactly the calls made lately mean: the same texts are invoked again and again, and a parsed call is the same object each
/// time. A place for each of some calls, taken by the last that falls on it; emptied when the routes change.
/// </summary>
internal sealed class RouteMemo
{
    private const int Places = 1_024;

    private readonly (CallNode? Call, FunctionsProtocol.Route? Route)[] _places = new (CallNode?, FunctionsProtocol.Route?)[Places];
    private FunctionsProtocol.Routes _routes = FunctionsProtocol.Routes.None;

    /// <summary>The function with exactly the call's arguments, when a script has it; null when it takes a closer look.</summary>
    public FunctionsProtocol.Route? Find(CallNode call, FunctionsProtocol.Routes routes)
    {
        if (_routes != routes)
        {
            Array.Clear(_places);
            _routes = routes;
        }

        ref var place = ref _places[call.Signature.GetHashCode() & (Places - 1)];
        if (place.Call != call) place = (call, Look(call, routes));
        return place.Route;
    }

    private static FunctionsProtocol.Route? Look(CallNode call, FunctionsProtocol.Routes routes)
    {
        for (var i = 0; i < call.Signature.Arguments.Length; i++)
            if (call.ReferenceAt(i) is not null) return null;   // a variable given with & cannot be sent: that is found at the closer look
        return routes.Find(call.Signature);
    }
}
